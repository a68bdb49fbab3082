package fr.passerelle.faults.check;

import java.util.Map;

/**
 * Lines of attendance, by room and month, {@code ROOM YYYY-MM}.
 *
 * @param holding how many the state has of the rooms of the inventory
 * @param told how many the latest record of each month has on the topic
 */
public record MonthLineCounts(Map<String, Long> holding, Map<String, Long> told) {}
