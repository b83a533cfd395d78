import type { Config } from '@heard/config';
import type { ReaderSettings } from '@heard/understanding';

const micro = 1_000_000;

/** The stronger readers that the configuration names; none by default. */
export function readersOf(config: Config): ReaderSettings {
  const { readerOnnxFolder: folder, readerChatUrl: baseUrl, readerChatModel: model } = config;
  return {
    ...(folder !== undefined && { onnx: { folder, labels: config.readerOnnxLabels } }),
    ...(baseUrl !== undefined &&
      model !== undefined && {
        chat: {
          baseUrl,
          model,
          apiKey: config.readerChatKey,
          timeoutMs: config.readerChatSeconds * 1_000,
          limitField: config.readerChatLimitField,
          inputPriceMicro: Math.round(config.readerChatInputPrice * micro),
          outputPriceMicro: Math.round(config.readerChatOutputPrice * micro),
          dailyLimitMicro: Math.round(config.readerChatDailyCost * micro),
          unsure: config.readerUnsure,
          allowPrivateAddresses: config.allowedPrivateOrigins,
        },
      }),
  };
}
