export { freePort, startActiveMq, type ActiveMq } from './activemq.js';
export { eventText } from './event.js';
