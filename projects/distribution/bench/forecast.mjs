// How far the forecast is off, against "place in the queue / mean pace", on services that are made up.
//   node projects/distribution/bench/forecast.mjs [services] [seed]
// Each service works for 130 working days: a pattern of the week, absences, types that take more or less long, mail that comes in
// unevenly, and people who now and then take another mail than the next. On some days the forecast is made from what was known then,
// and compared with what happened.
import { foresee, randomFrom, workingDaysFrom } from '@bannette/domain';

const services = Number(process.argv[2] ?? 40);
const seed = Number(process.argv[3] ?? 1);
const calendar = { weekend: [0, 6], territory: 'france', alsaceMoselle: false, closures: [] };
const first = '2026-01-05';
const length = 130;
const memory = 40;

const poisson = (random, mean) => {
  let count = 0;
  for (let product = random(); product > Math.exp(-mean); product *= random()) count++;
  return count;
};

/** What really happens in a made-up service, day by day. */
function live(random) {
  const days = workingDaysFrom(first, length + 80, calendar);
  const persons = 2 + Math.floor(random() * 5);
  const types = Array.from({ length: 2 + Math.floor(random() * 4) }, (_, at) => ({ type: `T${at}`, cost: 0.4 + random() * 2, term: [3, 5, 10, 15, 22, 44][Math.floor(random() * 6)], share: 0.3 + random(), cycle: 3 + Math.floor(random() * 9) }));
  const shares = types.reduce((sum, { share }) => sum + share, 0);
  const cost = types.reduce((sum, one) => sum + (one.cost * one.share) / shares, 0);
  const perPerson = 3 + random() * 4;
  const load = 0.92 + random() * 0.12;
  const week = [0, 1.15, 1.1, 0.85 + random() * 0.2, 1.05, 0.6 + random() * 0.3, 0];
  const weekMean = week.reduce((sum, one) => sum + one, 0) / 5;
  const orderly = 0.75 + random() * 0.25;
  const queue = [];
  const mails = [];
  const history = [];
  let id = 0;
  const come = (at, { type, cost: work, term }) => {
    const mail = { id: String(id++).padStart(6, '0'), type, term, left: work, arrived: at, due: days[Math.min(days.length - 1, at + term)] };
    queue.push(mail);
    mails.push(mail);
    return mail;
  };
  for (let n = 0; n < perPerson * persons * (4 + random() * 6); n++) come(0, types[Math.floor(random() * types.length)]);
  days.forEach((day, at) => {
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    const present = Array.from({ length: persons }, () => random() > 0.12).filter(Boolean).length;
    let work = ((present * perPerson * week[weekday]) / weekMean) * cost * (0.85 + random() * 0.3);
    const closed = {};
    queue.sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : a.id < b.id ? -1 : 1));
    while (queue.length && work > 0) {
      const place = random() < orderly ? 0 : Math.floor(random() * Math.min(queue.length, 30));
      const mail = queue[place];
      const spent = Math.min(work, mail.left);
      mail.left -= spent;
      work -= spent;
      if (mail.left > 1e-9) break;
      mail.treated = at;
      queue.splice(place, 1);
      closed[mail.type] = (closed[mail.type] ?? 0) + 1;
    }
    const arrived = types.flatMap((one) => Array.from({ length: poisson(random, ((persons * 0.88 * perPerson * load * one.share) / shares) * (at % one.cycle === 0 ? 1.8 : 0.9)) }, () => come(at, one)));
    history.push({ day, closed, persons: present, arrived: arrived.map(({ type, term }) => ({ type, term })) });
  });
  return { days, mails, history };
}

const sums = { n: 0, ours: 0, naive: 0, covered: 0, brier: 0, brierNaive: 0, shares: [5, 10, 20].map(() => ({ n: 0, ours: 0, naive: 0, inside: 0 })) };
for (let service = 0; service < services; service++) {
  const random = randomFrom(seed * 1000 + service);
  const { days, mails, history } = live(random);
  for (const origin of [60, 80, 100, 120]) {
    const today = days[origin];
    const queue = mails.filter(({ arrived, treated }) => arrived < origin && (treated === undefined || treated >= origin));
    const past = history.slice(origin - memory, origin);
    const { mails: foretold, service: told } = foresee({ queue, past, calendar, today, seed: origin });
    const mean = past.reduce((sum, { closed }) => sum + Object.values(closed).reduce((all, one) => all + one, 0), 0) / past.length;
    const byId = new Map(queue.map((mail) => [mail.id, mail]));
    const naiveOf = new Map(foretold.map(({ id }, place) => [id, origin + Math.floor(place / mean)]));
    foretold.forEach(({ id, predicted, latest, risk }) => {
      const mail = byId.get(id);
      const truth = mail.treated ?? days.length;
      const ours = predicted ? days.indexOf(predicted) : origin + 60;
      sums.n++;
      sums.ours += Math.abs(ours - truth);
      sums.naive += Math.abs(naiveOf.get(id) - truth);
      if (!latest || days[truth] <= latest) sums.covered++;
      const late = days[truth] > mail.due ? 1 : 0;
      sums.brier += (risk - late) ** 2;
      sums.brierNaive += ((days[naiveOf.get(id)] > mail.due ? 1 : 0) - late) ** 2;
    });
    told.late.forEach(({ until, due, late, low, high }, at) => {
      if (!due) return;
      const among = queue.filter((mail) => mail.due >= today && mail.due <= until);
      const truth = among.filter((mail) => (days[mail.treated ?? days.length] ?? '9999') > mail.due).length;
      const naive = among.filter((mail) => days[naiveOf.get(mail.id)] > mail.due).length;
      const share = sums.shares[at];
      share.n++;
      share.ours += Math.abs(late - truth) / due;
      share.naive += Math.abs(naive - truth) / due;
      if (truth >= low && truth <= high) share.inside++;
    });
  }
}
const round = (value) => Math.round(value * 1000) / 1000;
console.log(`${services} services, ${sums.n} mails foretold`);
console.log(`day of treatment, mean error in working days: forecast ${round(sums.ours / sums.n)}, queue / mean pace ${round(sums.naive / sums.n)}`);
console.log(`treated by the day said for nine of ten: ${round(sums.covered / sums.n)}`);
console.log(`late or not (Brier score, 0 is perfect): forecast ${round(sums.brier / sums.n)}, queue / mean pace ${round(sums.brierNaive / sums.n)}`);
[5, 10, 20].forEach((horizon, at) => {
  const { n, ours, naive, inside } = sums.shares[at];
  console.log(`share late of what is due in ${horizon} working days, mean error: forecast ${round(ours / n)}, queue / mean pace ${round(naive / n)}; truth inside the interval ${round(inside / n)}`);
});
