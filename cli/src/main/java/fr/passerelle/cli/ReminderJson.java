package fr.passerelle.cli;

import fr.passerelle.published.result.Reminder;
import java.util.List;

/**
 * What is missing, for machines.
 *
 * @param run such as N-000001
 * @param demonstration whether the data are reconstructed
 * @param asOf YYYY-MM
 */
record ReminderJson(String run, boolean demonstration, String asOf, List<Epci> epcis) {

    /** One EPCI. */
    record Epci(String epci, String name, List<Room> rooms) {}

    /** One room, and its months as YYYY-MM. */
    record Room(String id, String name, List<String> months) {}

    static List<Epci> epcis(List<Reminder> reminders) {
        return reminders.stream()
                .map(one -> new Epci(one.epci(), one.name(), rooms(one)))
                .toList();
    }

    private static List<Room> rooms(Reminder reminder) {
        return reminder.rooms().stream()
                .map(room -> new Room(
                        room.id(),
                        room.name(),
                        room.months().stream().map(Object::toString).toList()))
                .toList();
    }
}
