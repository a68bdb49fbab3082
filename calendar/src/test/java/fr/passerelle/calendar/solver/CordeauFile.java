package fr.passerelle.calendar.solver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Scanner;
import java.util.stream.IntStream;

/**
 * A periodic routing problem as J.-F. Cordeau's files tell it. No day has a longest length in those that are read here.
 *
 * @param vehicles on each day
 * @param days of the period
 * @param capacity of each vehicle
 * @param depot where all rounds begin and end
 */
record CordeauFile(int vehicles, int days, double capacity, Customer depot, List<Customer> customers) {

    /** Who is visited; each pattern is its days, from 0. */
    record Customer(double x, double y, double demand, List<List<Integer>> patterns) {

        double distance(Customer other) {
            return Math.hypot(x - other.x, y - other.y);
        }
    }

    static CordeauFile read(Path file) {
        try (Scanner cells = new Scanner(file).useLocale(Locale.ROOT)) {
            if (cells.nextInt() != 1) {
                throw new IllegalArgumentException(file + " is not a periodic problem");
            }
            int vehicles = cells.nextInt();
            int customers = cells.nextInt();
            int days = cells.nextInt();
            double capacity = capacity(cells, days);
            Customer depot = customer(cells, days);
            return new CordeauFile(
                    vehicles,
                    days,
                    capacity,
                    depot,
                    IntStream.range(0, customers)
                            .mapToObj(i -> customer(cells, days))
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double capacity(Scanner cells, int days) {
        double capacity = 0;
        for (int day = 0; day < days; day++) {
            if (cells.nextDouble() != 0) {
                throw new IllegalArgumentException("a day has a longest length");
            }
            double said = cells.nextDouble();
            if (day > 0 && said != capacity) {
                throw new IllegalArgumentException("days have different capacities");
            }
            capacity = said;
        }
        return capacity;
    }

    private static Customer customer(Scanner cells, int days) {
        cells.nextInt();
        double x = cells.nextDouble();
        double y = cells.nextDouble();
        cells.nextDouble();
        double demand = cells.nextDouble();
        cells.nextInt();
        int patterns = cells.nextInt();
        return new Customer(
                x,
                y,
                demand,
                IntStream.range(0, patterns)
                        .mapToObj(i -> days(cells.nextInt(), days))
                        .toList());
    }

    /** The most significant bit is the first day. */
    private static List<Integer> days(int combination, int days) {
        List<Integer> held = new ArrayList<>();
        for (int day = 0; day < days; day++) {
            if ((combination >> (days - 1 - day) & 1) == 1) {
                held.add(day);
            }
        }
        return held;
    }
}
