package fr.passerelle.calendar.solver;

import fr.passerelle.calendar.rule.TourStop;
import fr.passerelle.calendar.rule.VisitPattern;
import fr.passerelle.calendar.rule.WorkHalf;
import fr.passerelle.schemas.event.RythmeEtape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Why visits have their half of the week: each is kept out of it, alone, and the rhythms are solved again. */
record SecondChoices(DayTourList tours, TourAnswer answer) {

    /** Of the visits of an étape, by rank; none where its calendar was published. */
    List<SecondChoice> of(String key) {
        TourStop stop = tours.question().stop(key).orElseThrow();
        return new PatternList(tours).isPublished(stop) ? List.of() : of(stop);
    }

    private List<SecondChoice> of(TourStop stop) {
        int place = tours.question().stops().indexOf(stop);
        List<SecondChoice> choices = new ArrayList<>();
        Set<StopPattern> now = patterns();
        RhythmSearch search = new RhythmSearch(tours);
        RhythmAnswer before = search.best(pattern -> now.contains(pattern) || isPublished(pattern));
        for (RythmeEtape rhythm : before.rhythms(stop)) {
            WorkHalf when = new WorkHalf(rhythm.getJour(), rhythm.getDemiJournee());
            Predicate<StopPattern> elsewhere = pattern -> pattern.stop() != place
                    || pattern.rythme() != rhythm.getRythme()
                    || !pattern.pattern().when().equals(when);
            RhythmAnswer after = search.best(elsewhere);
            List<RythmeEtape> others = new ArrayList<>(after.rhythms(stop));
            others.removeIf(other -> other.getRythme() != rhythm.getRythme() || isSame(before.rhythms(stop), other));
            choices.add(new SecondChoice(
                    rhythm,
                    others.isEmpty() ? null : others.getFirst(),
                    before.levels(),
                    after.levels(),
                    after.resolution().getPreuve()));
        }
        return List.copyOf(choices);
    }

    private Set<StopPattern> patterns() {
        Set<StopPattern> now = new HashSet<>();
        for (StopRhythm rhythm : answer.rhythms()) {
            int stop = tours.question()
                    .stops()
                    .indexOf(tours.question().stop(rhythm.stop()).orElseThrow());
            for (RythmeEtape each : rhythm.rhythms()) {
                int animateur = tours.question()
                        .animateurs()
                        .indexOf(tours.question().animateur(each.getAnimateur()).orElseThrow());
                now.add(new StopPattern(
                        stop,
                        animateur,
                        each.getRythme(),
                        new VisitPattern(
                                new WorkHalf(each.getJour(), each.getDemiJournee()), List.copyOf(each.getSemaines()))));
            }
        }
        return now;
    }

    private boolean isPublished(StopPattern pattern) {
        return new PatternList(tours).isPublished(tours.question().stops().get(pattern.stop()));
    }

    private static boolean isSame(List<RythmeEtape> all, RythmeEtape other) {
        return all.stream()
                .anyMatch(each -> each.getJour() == other.getJour()
                        && each.getDemiJournee() == other.getDemiJournee()
                        && each.getSemaines().equals(other.getSemaines())
                        && each.getRythme() == other.getRythme()
                        && each.getAnimateur().equals(other.getAnimateur()));
    }
}
