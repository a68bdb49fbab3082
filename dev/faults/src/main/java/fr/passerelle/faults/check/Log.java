package fr.passerelle.faults.check;

import java.util.List;

/**
 * The log told twice.
 *
 * @param journal by rank, without the publications, which go to another topic
 * @param topic by partition then by offset, committed records alone
 * @param lines the attendance that the log tells
 */
public record Log(List<LogRecord> journal, List<LogRecord> topic, MonthLineCounts lines) {}
