/** True where the platform takes answers through its API. */
export type CanReply = (platform: string) => boolean;
