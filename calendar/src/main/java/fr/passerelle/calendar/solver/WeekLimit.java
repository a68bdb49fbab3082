package fr.passerelle.calendar.solver;

import fr.passerelle.calendar.rule.DayTour;
import fr.passerelle.calendar.rule.TourTerms;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * The most sessions that an animateur can hold in a week. A relaxation sees less: it fills the minutes of the week with parts of days.
 *
 * @param days the day tours of each day of the week
 */
record WeekLimit(TourTerms terms, Collection<? extends List<DayTour>> days) {

    int sessions() {
        int most = days.size() * terms.tournees().sessionsADay();
        int[] least = new int[most + 1];
        Arrays.fill(least, 1, most + 1, terms.tournees().day().week() + 1);
        for (List<DayTour> day : days) {
            int[] before = least.clone();
            for (DayTour tour : day) {
                int held = tour.halts().size();
                for (int sessions = held; sessions <= most; sessions++) {
                    least[sessions] = Math.min(least[sessions], before[sessions - held] + tour.work(terms));
                }
            }
        }
        while (least[most] > terms.tournees().day().week()) {
            most--;
        }
        return most;
    }
}
