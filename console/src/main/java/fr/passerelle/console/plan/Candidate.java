package fr.passerelle.console.plan;

import fr.passerelle.console.map.Mark;
import fr.passerelle.console.page.Paths;
import fr.passerelle.console.plan.PlanView.ShortList;
import fr.passerelle.published.origin.SourceFiles;
import fr.passerelle.schemas.bareme.JeuDeRegles;
import fr.passerelle.schemas.event.Concurrent;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.SiegeKind;
import java.util.List;

/** A place compared as a seat: no path where it is a site, no commune where its name says it or nobody knows it. */
public record Candidate(Concurrent place, String path, String commune, boolean seat, Mark mark) {

    static List<Candidate> of(Plan plan) {
        return plan.getCandidates().stream()
                .map(place -> of(place, ConclusionView.isSeat(place, plan)))
                .toList();
    }

    private static Candidate of(Concurrent place, boolean seat) {
        String commune = place.getSiege().getCommune();
        return new Candidate(
                place,
                place.getSiege().getKind() == SiegeKind.SALLE
                        ? Paths.room(place.getSiege().getId())
                        : "",
                commune == null || place.getSiege().getName().contains(commune) ? "" : commune,
                seat,
                mark(place));
    }

    /** A room that is no seat becomes an étape; a site becomes nothing. */
    private static Mark mark(Concurrent place) {
        Mark mark = Mark.of(place.getCandidature());
        return mark == Mark.ETAPE_NOMADE && place.getSiege().getKind() == SiegeKind.SITE ? Mark.AUCUNE : mark;
    }

    /** Whether it is no room: it has no page of its own. */
    public boolean site() {
        return path.isEmpty();
    }

    /** Whether it is what is proposed, or one of those that the EPCI chooses from. */
    public boolean first() {
        return seat || mark == Mark.EX_AEQUO;
    }

    /** Whether it is, or may become, a candidate, without being first. */
    public boolean next() {
        return !first() && (place.getRank() != null || mark == Mark.A_INSTRUIRE);
    }

    /** The places that a plan compares as seats: all, those proposed or chosen from, those next; and the files that sites are from. */
    record SeatComparison(
            ShortList<Candidate> candidates,
            List<Candidate> firsts,
            ShortList<Candidate> nexts,
            List<SourceFiles.ReadFile> files,
            JeuDeRegles rules) {

        static SeatComparison of(
                List<Candidate> candidates, List<SourceFiles.ReadFile> files, JeuDeRegles rules, boolean whole) {
            return new SeatComparison(
                    ShortList.of(candidates, whole),
                    candidates.stream().filter(Candidate::first).toList(),
                    ShortList.of(candidates.stream().filter(Candidate::next).toList(), whole),
                    files,
                    rules);
        }

        /** How far from a place its inhabitants are counted. */
        public int kilometres() {
            return rules.conversion().populationRadiusMetres() / 1000;
        }
    }
}
