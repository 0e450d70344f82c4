package org.marsad.consumer.fanout.stages;

import org.marsad.consumer.fanout.escalation.Origin;

/** An alert's place in a partition. */
record ShareOrigin(Share share, long offset) implements Origin {
  @Override
  public void retain() {
    share.extend(offset);
  }

  @Override
  public void release() {
    share.finish(offset);
  }

  @Override
  public boolean isGone() {
    return share.isRevoked();
  }
}
