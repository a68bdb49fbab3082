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

    /**
     * How long a journey takes that no file tells: distance as the crow flies, times the detour, by the speed.
     *
     * @param detour hundredths: 130 is 1.3
     * @param detourLow the least that it may be
     * @param detourHigh the most
     * @param speed km/h
     * @param speedLow the least that it may be
     * @param speedHigh the most
     */
    public record RoadEstimate(int detour, int detourLow, int detourHigh, int speed, int speedLow, int speedHigh) {}
}
