/** The types of the adapter. Its package.json names declaration files that the package does not contain. */
declare module "@microsoft/botframework-webchat-adapter-azure-communication-chat/dist-esm/src/index.js" {
  export interface Activity {
    readonly type: string;
    readonly text?: string;
    readonly value?: unknown;
    readonly attachmentLayout?: string;
    readonly channelId: string;
    readonly channelData?: object;
    readonly conversation: { readonly id: string };
    readonly from: { readonly id: string; readonly name?: string; readonly role?: string };
    readonly timestamp: string;
  }
  interface Observer<Value> {
    next?(value: Value): void;
    error?(error: unknown): void;
    complete?(): void;
  }
  interface Observable<Value> {
    subscribe(observer: Observer<Value> | ((value: Value) => void)): { unsubscribe(): void };
  }
  export function createACSAdapter(
    token: string,
    id: string,
    threadId: string,
    environmentUrl: string,
    fileManager: object,
    pollingInterval: number,
    eventSubscriber: {
      notifyErrorEvent(error: { readonly ErrorType: string; readonly StatusCode?: number }): void;
    },
    displayName: string,
    chatClient: undefined,
    logger: undefined,
    adapterOptions: object,
  ): {
    readonly activity$: Observable<Activity>;
    readonly connectionStatus$: Observable<number>;
    postActivity(activity: Activity): Observable<string>;
    end(): void;
  };
}
