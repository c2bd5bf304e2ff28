export { CONSOLE_PATH, ConsoleServer, type ConsoleSource, type IssuedToken } from './console-server';
