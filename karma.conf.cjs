// Unit tests of the front end, in headless Chromium. As root, Chromium refuses its own sandbox.
const asRoot = process.getuid?.() === 0;

module.exports = (config) =>
  config.set({
    frameworks: ['jasmine'],
    plugins: [require('karma-jasmine'), require('karma-chrome-launcher'), require('karma-jasmine-html-reporter'), require('karma-coverage')],
    client: { jasmine: { random: true }, clearContext: false },
    reporters: ['dots'],
    browsers: ['Chromium'],
    customLaunchers: { Chromium: { base: 'ChromeHeadless', flags: asRoot ? ['--no-sandbox'] : [] } },
    restartOnFileChange: false,
    singleRun: true,
  });
