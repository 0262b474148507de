/** The types of messages: as the service's notifications name them, and as the REST API does. */
export const messageTypes = new Map([
  ["Text", "text"],
  ["RichText/Html", "html"],
]);
