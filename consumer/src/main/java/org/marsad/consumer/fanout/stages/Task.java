package org.marsad.consumer.fanout.stages;

import org.marsad.message.Alert;

/**
 * One alert for one recipient.
 *
 * @param onlyIfTold send only where an earlier revision was delivered
 * @param share the partition that it came from
 * @param offset its offset there
 */
record Task(Alert alert, boolean onlyIfTold, Share share, long offset) {}
