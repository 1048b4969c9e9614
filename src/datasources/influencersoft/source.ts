/** InfluencerSoft offers no reads (seed document: createorder only): the graph knows whether it is set up. */
export interface InfluencerSoftSource {
  readonly isConfigured: boolean;
}
