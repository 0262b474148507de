const LOOPBACK = /^(?:localhost|[\w-]+\.localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** Whether a host name, as it stands in a URL, leads to this machine alone. */
export const isLoopback = (hostname: string): boolean => LOOPBACK.test(hostname);
