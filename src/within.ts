/** What `work` gives, or `late` where it takes longer: what never answers must not hold up the rest. The work goes on. */
export async function within<Value>(longestMs: number, work: Promise<Value>, late: () => Value): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const end = new Promise<Value>((resolve) => {
    timer = setTimeout(() => resolve(late()), longestMs);
  });
  try {
    return await Promise.race([work, end]);
  } finally {
    clearTimeout(timer);
  }
}
