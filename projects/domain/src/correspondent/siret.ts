/** The post's own establishments add up otherwise (INSEE). */
const post = '356000000';

/** Whether a SIRET's digits agree with its key: fourteen of them, by Luhn's sum; blanks don't count. */
export function isSiret(text: string): boolean {
  const digits = text.replace(/\s/g, '');
  if (!/^\d{14}$/.test(digits)) return false;
  const sum = [...digits].reduce((total, digit) => total + Number(digit), 0);
  return digits.startsWith(post) && sum % 5 === 0 ? true : luhn(digits);
}

function luhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
