export { startActiveMq, type ActiveMq } from './activemq.js';
export { freePort } from './free-port.js';
export { eventText } from './event.js';
