package fr.passerelle.console.plan;

import fr.passerelle.published.origin.SourceFiles;
import fr.passerelle.schemas.bareme.JeuDeRegles;
import fr.passerelle.schemas.event.Disponibilite;
import java.util.List;

/**
 * The places that a plan compares as seats.
 *
 * @param candidates in the order of the plan
 * @param firsts what is proposed, or those that the EPCI chooses from
 * @param nexts those that are, or may become, candidates, without being first
 * @param files that sites were read from; empty where none is compared
 */
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

    /** All that a function of a place may be judged. */
    public List<Disponibilite> judgements() {
        return List.of(Disponibilite.values());
    }

    /** What the score of a place is compared with, 0 to 100. */
    public int threshold() {
        return rules.threshold();
    }

    /** How far from a place its inhabitants are counted. */
    public int kilometres() {
        return rules.conversion().populationRadiusMetres() / 1000;
    }
}
