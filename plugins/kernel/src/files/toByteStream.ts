/** Bytes as the body of a `Response`; they are read as fast as they are sent, and given up when the reader goes away. */
export function toByteStream(bytes: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array<ArrayBuffer>> {
  const iterator = bytes[Symbol.asyncIterator]()
  return new ReadableStream({
    pull: async (controller) => {
      const next = await iterator.next()
      if (next.done) controller.close()
      else controller.enqueue(new Uint8Array(next.value))
    },
    cancel: async () => {
      await iterator.return?.()
    },
  })
}
