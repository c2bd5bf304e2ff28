export { CONSOLE_PATH, ConsoleServer, type ConsoleSource } from './console-server';
