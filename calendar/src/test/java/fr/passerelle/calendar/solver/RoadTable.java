package fr.passerelle.calendar.solver;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How far all are from each other, in whole parts of a unit, and what each asks for; the depot comes after the last customer. */
record RoadTable(long[][] roads, double[] demands, double capacity) {

    static RoadTable of(CordeauFile file, double parts) {
        CordeauFile.Customer[] points = Stream.concat(file.customers().stream(), Stream.of(file.depot()))
                .toArray(CordeauFile.Customer[]::new);
        long[][] roads = Stream.of(points)
                .map(from -> Stream.of(points)
                        .mapToLong(to -> Math.round(from.distance(to) * parts))
                        .toArray())
                .toArray(long[][]::new);
        double[] demands =
                Stream.of(points).mapToDouble(CordeauFile.Customer::demand).toArray();
        return new RoadTable(roads, demands, file.capacity());
    }

    int depot() {
        return roads.length - 1;
    }

    long road(int from, int to) {
        return roads[from][to];
    }

    /** What a stop between two others adds. */
    long detour(int from, int through, int to) {
        return roads[from][through] + roads[through][to] - roads[from][to];
    }

    double load(int[] calls) {
        return IntStream.of(calls).mapToDouble(call -> demands[call]).sum();
    }
}
