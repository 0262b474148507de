const LOOPBACK = /^(?:localhost|[\w-]+\.localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** True for host names (as written in URLs) that always refer to this machine. */
export const isLoopback = (hostname: string): boolean => LOOPBACK.test(hostname);
