package fr.passerelle.sheets.explanation;

import fr.passerelle.rules.explanation.NeedComparison;
import fr.passerelle.rules.explanation.NeedComparison.NeedAnswer;
import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.Demande;
import fr.passerelle.sheets.french.Months;
import fr.passerelle.sheets.french.NeedLine;
import fr.passerelle.sheets.french.Textes;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What was asked for in the diagnostic of an EPCI beside what is proposed there, with exact counts: for those who have an account.
 *
 * @param lines what most asked for first
 * @param sources where and when it was gathered, oldest first
 * @param unmet how many of the lines are left without an answer
 */
public record NeedTable(List<NeedLine> lines, List<String> sources, long unmet) {

    /**
     * The table of an EPCI.
     *
     * @param communes those of the EPCI, for their names
     */
    public static NeedTable of(Collection<Demande> demandes, Dossier dossier, Collection<Commune> communes) {
        Map<String, String> names = communes.stream().collect(Collectors.toMap(Commune::getInsee, Commune::getName));
        List<NeedComparison> needs = NeedComparison.of(demandes, dossier.plan(), dossier.conversions());
        return new NeedTable(
                needs.stream()
                        .map(need -> NeedLine.of(need, insee -> names.getOrDefault(insee, insee)))
                        .toList(),
                sources(demandes),
                needs.stream()
                        .map(NeedComparison::answer)
                        .filter(NeedAnswer::isUnmet)
                        .count());
    }

    /** « Enquête, 5 novembre 2016 ». */
    private static List<String> sources(Collection<Demande> demandes) {
        return demandes.stream()
                .sorted(Comparator.comparing(Demande::getAskedOn).thenComparing(Demande::getSource))
                .map(one -> Textes.say(
                        "demande.source", Map.of("source", one.getSource(), "jour", Months.day(one.getAskedOn()))))
                .distinct()
                .toList();
    }
}
