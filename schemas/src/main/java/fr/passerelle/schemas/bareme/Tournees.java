package fr.passerelle.schemas.bareme;

import fr.passerelle.schemas.event.VacancesScolaires;

/**
 * What a calendar of nomadic sessions rests on: never an input of a score, of a proposal or of an aid. Durations are minutes, times of day
 * minutes from midnight.
 *
 * @param sessionsADay the most that an animateur holds in a day
 * @param sessionsADayAPlace the most that a place has in a day
 * @param setUp from arrival to the first minute of a session
 * @param packUp from its last minute to departure
 * @param step sessions begin at a multiple of it
 * @param frozenWeeks weeks from the first day of a plan in which a published session moves only where it has to
 * @param holidays what an EPCI that said nothing does in the school holidays
 * @param defaultOpen first minute that a place without hours is supposed to be open, from Monday to Friday
 * @param defaultClose minute after the last one of that
 */
public record Tournees(
        int sessionsADay,
        int sessionsADayAPlace,
        int setUp,
        int packUp,
        int step,
        int frozenWeeks,
        VacancesScolaires holidays,
        int defaultOpen,
        int defaultClose,
        WorkingDay day,
        RoadEstimate road) {

    private static final int DAY = 24 * 60;
    private static final int FASTEST = 130;
    private static final int MOST_SESSIONS = 6;

    /**
     * What a day of work may be.
     *
     * @param start no departure before
     * @param noon where the morning ends and the afternoon begins
     * @param end no return after
     * @param unbroken work that calls for a break once reached
     * @param pause the least length of that break
     * @param lunch time without work that a day of both halves leaves
     * @param lunchFrom that time begins no earlier
     * @param lunchTo and ends no later
     * @param longest the most work of a day
     * @param span the most time from departure to return
     * @param week the most work of a week
     */
    public record WorkingDay(
            int start,
            int noon,
            int end,
            int unbroken,
            int pause,
            int lunch,
            int lunchFrom,
            int lunchTo,
            int longest,
            int span,
            int week) {}

    /** How long a journey takes that no file tells: as the crow flies, times the detour (130 is 1.3), by the speed (km/h); each may be low to high. */
    public record RoadEstimate(int detour, int detourLow, int detourHigh, int speed, int speedLow, int speedHigh) {}

    static Tournees read(Section section) {
        Tournees tournees = new Tournees(
                section.sourced("seances_par_jour").whole(1, MOST_SESSIONS),
                section.sourced("seances_par_jour_et_lieu").whole(1, MOST_SESSIONS),
                section.sourced("installation_minutes").whole(0, DAY),
                section.sourced("rangement_minutes").whole(0, DAY),
                section.sourced("pas_minutes").whole(1, DAY),
                section.sourced("gel_semaines").whole(0, 12),
                section.sourced("vacances_scolaires").oneOf(VacancesScolaires.class),
                section.sourced("ouverture_supposee").minute(),
                section.sourced("fermeture_supposee").minute(),
                section.section("journee", Tournees::day),
                section.section("route", Tournees::road));
        requireLater(
                section, "fermeture_supposee", "ouverture_supposee", tournees.defaultOpen(), tournees.defaultClose());
        return tournees;
    }

    private static WorkingDay day(Section section) {
        WorkingDay day = new WorkingDay(
                section.sourced("debut").minute(),
                section.sourced("midi").minute(),
                section.sourced("fin").minute(),
                section.sourced("travail_sans_pause_minutes").whole(1, DAY),
                section.sourced("pause_minutes").whole(1, DAY),
                section.sourced("pause_meridienne_minutes").whole(0, DAY),
                section.sourced("pause_meridienne_debut").minute(),
                section.sourced("pause_meridienne_fin").minute(),
                section.sourced("travail_par_jour_minutes").whole(1, DAY),
                section.sourced("amplitude_minutes").whole(1, DAY),
                section.sourced("travail_par_semaine_minutes").whole(1, 7 * DAY));
        requireLater(section, "midi", "debut", day.start(), day.noon());
        requireLater(section, "fin", "midi", day.noon(), day.end());
        requireLater(section, "pause_meridienne_fin", "pause_meridienne_debut", day.lunchFrom(), day.lunchTo());
        section.require(
                "pause_meridienne_minutes",
                day.lunch() <= day.lunchTo() - day.lunchFrom() || day.lunchTo() <= day.lunchFrom(),
                "il faut au plus les minutes de « pause_meridienne_debut » à « pause_meridienne_fin » ; écrivez-en"
                        + " moins");
        return day;
    }

    private static RoadEstimate road(Section section) {
        RoadEstimate road = new RoadEstimate(
                hundredths(section, "detour"),
                hundredths(section, "detour_bas"),
                hundredths(section, "detour_haut"),
                section.sourced("vitesse_kmh").whole(1, FASTEST),
                section.sourced("vitesse_basse_kmh").whole(1, FASTEST),
                section.sourced("vitesse_haute_kmh").whole(1, FASTEST));
        section.require(
                "detour",
                road.detourLow() <= road.detour() && road.detour() <= road.detourHigh(),
                "écrivez un nombre de « detour_bas » à « detour_haut »");
        section.require(
                "vitesse_kmh",
                road.speedLow() <= road.speed() && road.speed() <= road.speedHigh(),
                "écrivez un nombre de « vitesse_basse_kmh » à « vitesse_haute_kmh »");
        return road;
    }

    private static void requireLater(Section section, String key, String before, int from, int to) {
        section.require(key, from < to, "il faut plus que « " + before + " » ; écrivez une heure plus tardive");
    }

    private static int hundredths(Section section, String key) {
        return section.sourced(key).number("1", "3", 2).movePointRight(2).intValueExact();
    }
}
