package fr.passerelle.console.stream;

/** A partition of a topic. */
record Place(Source source, int partition) implements Comparable<Place> {

    @Override
    public int compareTo(Place other) {
        int bySource = source.compareTo(other.source);
        return bySource == 0 ? Integer.compare(partition, other.partition) : bySource;
    }
}
