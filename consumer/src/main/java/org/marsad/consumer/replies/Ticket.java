package org.marsad.consumer.replies;

import java.time.Instant;
import java.util.Locale;
import org.marsad.message.Intent;

/**
 * What a link is good for: one answer by one subscriber to one alert.
 *
 * @param alertId the alert
 * @param revision its revision that was told
 * @param subscriber who was told
 * @param channel over which channel, which stands for the team
 * @param intent what the answer says
 * @param language of the page that the link opens
 * @param expiresAt when the link is void, UTC
 */
record Ticket(
    String alertId,
    int revision,
    String subscriber,
    String channel,
    Intent intent,
    Locale language,
    Instant expiresAt) {}
