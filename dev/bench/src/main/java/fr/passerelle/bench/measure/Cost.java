package fr.passerelle.bench.measure;

/**
 * What one process, with all that descends from it, used.
 *
 * @param cpuSeconds processor time, of all its threads together
 * @param peakMebibytes most memory it held at once
 */
public record Cost(double cpuSeconds, long peakMebibytes) {}
