package fr.passerelle.bench.data;

import java.time.LocalDate;
import java.util.List;

/** All the sessions that there could be over ten years, each once, in an order that the seed decides. */
final class SessionPool {

    private static final LocalDate FIRST_DAY = LocalDate.of(2008, 1, 1);
    private static final int DAYS = 3_652;
    private static final List<String> ACTIVITIES = List.of(
            "ACCES_LIBRE",
            "ATELIER",
            "INITIATION",
            "ACCOMPAGNEMENT",
            "JEUX",
            "BUREAUTIQUE",
            "RETOUCHE",
            "DEMARCHES",
            "EMPLOI",
            "IMPRESSION",
            "VIDEO",
            "TABLETTES",
            "COURRIEL",
            "IMPOTS",
            "SANTE",
            "GENEALOGIE");
    private static final int MOST_PRESENCES = 24;
    private static final int MOST_QUARTERS = 8;

    private final int rooms;
    private final Permutation order;

    SessionPool(int rooms, long seed) {
        this.rooms = rooms;
        this.order = new Permutation((long) rooms * DAYS * ACTIVITIES.size(), seed);
    }

    /** The session at a place, from 0 to below rooms × days × activities. */
    Session at(long place) {
        long number = order.at(place);
        int room = (int) (number % rooms);
        long rest = number / rooms;
        int dice = (int) (number * 0x9E3779B97F4A7C15L >>> 40);
        int presences = dice % MOST_PRESENCES;
        return new Session(
                room,
                FIRST_DAY.plusDays(rest % DAYS),
                ACTIVITIES.get((int) (rest / DAYS)),
                presences,
                presences * (1 + dice / MOST_PRESENCES % MOST_QUARTERS));
    }
}
