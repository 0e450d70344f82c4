package org.marsad.consumer.archive;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;

/**
 * One file of the archive.
 *
 * @param kind what is in it
 * @param day UTC
 * @param file its path
 * @param records number of messages, at least 1
 * @param bytes valid length
 * @param first earliest time of a message
 * @param last latest time of a message
 */
public record ArchivedFile(
    Archived kind,
    LocalDate day,
    Path file,
    long records,
    long bytes,
    Instant first,
    Instant last) {}
