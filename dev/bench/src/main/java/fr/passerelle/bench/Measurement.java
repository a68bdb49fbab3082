package fr.passerelle.bench;

import fr.passerelle.bench.measure.Cost;
import java.util.Map;

/**
 * One measure of one kind: how long it took and what it cost.
 *
 * @param size rows of the file, or of the history
 * @param seconds how long the part that counts took
 * @param costs by process: {@code client} is the one that did it
 */
record Measurement(MeasureKind what, long size, double seconds, Map<String, Cost> costs) {

    /** Rows a second. */
    double rate() {
        return size / seconds;
    }

    /** Processor microseconds a row, of all the processes together. */
    double cpuMicros() {
        return costs.values().stream().mapToDouble(Cost::cpuSeconds).sum() * 1e6 / size;
    }

    /** The same, of the process alone that did it. */
    double clientMicros() {
        Cost client = costs.get(Bench.CLIENT);
        return client == null ? 0 : client.cpuSeconds() * 1e6 / size;
    }

    /** The most that the operators' program held on its heap after a collection; 0 where that is not known. */
    double heapMebibytes() {
        Cost heap = costs.get(Bench.HEAP);
        return heap == null ? 0 : heap.peakMebibytes();
    }
}
