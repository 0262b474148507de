const { ChatClient } = require("@acs-chat/client");
const { AzureCommunicationTokenCredential } = require("@azure/communication-common");

import("./talk.mjs").then(async ({ talk }) => {
  console.log(
    JSON.stringify(await talk({ ChatClient, AzureCommunicationTokenCredential }, process.env)),
  );
});
