package fr.passerelle.bench.data;

import java.time.LocalDate;

/**
 * One row of the attendance file: a session of one room and activity.
 *
 * @param room number of the room, from 0
 * @param day the day of the session
 * @param activity what it was, in upper case
 * @param presences who came, from 0
 * @param personHours quarters of an hour spent by all together, from 0
 */
record Session(int room, LocalDate day, String activity, int presences, int personHours) {

    /** With one presence more. */
    Session revised() {
        return new Session(room, day, activity, presences + 1, personHours);
    }

    /** As a line of the file, without its end. */
    String line() {
        return ";" + InventedRooms.id(room) + ";" + day + ";" + day + ";SEANCE;" + activity + ";OUVERT;1;2;" + presences
                + ";" + hours() + ";;;";
    }

    private String hours() {
        return switch (personHours % 4) {
            case 0 -> "" + personHours / 4;
            case 1 -> personHours / 4 + ".25";
            case 2 -> personHours / 4 + ".5";
            default -> personHours / 4 + ".75";
        };
    }
}
