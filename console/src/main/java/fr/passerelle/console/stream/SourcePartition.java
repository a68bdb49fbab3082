package fr.passerelle.console.stream;

/** A partition of a topic. */
record SourcePartition(Source source, int partition) implements Comparable<SourcePartition> {

    @Override
    public int compareTo(SourcePartition other) {
        int bySource = source.compareTo(other.source);
        return bySource == 0 ? Integer.compare(partition, other.partition) : bySource;
    }
}
