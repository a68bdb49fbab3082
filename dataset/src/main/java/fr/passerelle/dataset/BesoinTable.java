package fr.passerelle.dataset;

import fr.passerelle.dataset.PublicNeeds.NeedCount;
import fr.passerelle.rules.explanation.NeedComparison;
import fr.passerelle.rules.explanation.NeedComparison.Objet;
import fr.passerelle.rules.explanation.Proposals;
import fr.passerelle.schemas.event.Demande;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.sheets.form.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One row a request of a diagnostic, with what is proposed for it. For anybody, one row a group, thing and place, without day and source.
 */
final class BesoinTable {

    private record Line(NeedCount need, @Nullable NeedComparison compared) {

        Demande demande() {
            return need.demande();
        }
    }

    private BesoinTable() {}

    static Table<?> of(DatasetSource source) {
        LogInventory known = source.known();
        return source.<Line>table()
                .from(Line::need)
                .text("epci_siren", "SIREN de l'intercommunalité", NeedCount::epci)
                .text("epci_nom", "Nom de l'intercommunalité", it -> known.epciName(it.epci()))
                .from(Line::demande)
                .text(
                        "code_insee",
                        "Commune pour laquelle c'est demandé ; vide : toute l'intercommunalité",
                        Demande::getInsee)
                .text("commune", "Nom de la commune", it -> known.communeName(it.getInsee()))
                .inside(it -> it.date("date", "Jour du recueil", Demande::getAskedOn))
                .text("public", "HABITANTS, ELUS ou ENTREPRISES", Demande::getDemandeur)
                .text("nature", "FONCTION, THEME ou SERVICE", Demande::getKind)
                .text("objet", "Ce qui est demandé", Demande::getObject)
                .from(Line::need)
                .integer("demandes", "Combien l'ont demandé ; vide : secret", NeedCount::requests)
                .flag("secret", "Le nombre n'est pas publié (secret statistique)", it -> it.requests() == null)
                .from(Line::demande)
                .inside(it -> it.text("source", "Où cela a été recueilli", Demande::getSource))
                .from(Line::compared)
                .text(
                        "reponse",
                        "Ce qui est proposé : OFFERTE, POSSIBLE ou A_VERIFIER (au siège), ETAPES, SANS_REPONSE,"
                                + " SANS_SIEGE, MONTRE (aucune règle ne l'examine) ; vide : aucun plan",
                        NeedComparison::answer)
                .text("etapes", "Salles dont les étapes y répondent, séparées par |", NeedComparison::etapes)
                .of(lines(source));
    }

    private static List<Line> lines(DatasetSource source) {
        Map<String, Map<Objet, NeedComparison>> compared = compared(source);
        return (source.published() ? source.needs().shown() : source.needs().told())
                .stream()
                        .map(need -> new Line(
                                need,
                                compared.getOrDefault(need.epci(), Map.of()).get(Objet.of(need.demande()))))
                        .toList();
    }

    private static Map<String, Map<Objet, NeedComparison>> compared(DatasetSource source) {
        Map<String, Map<Objet, NeedComparison>> compared = new HashMap<>();
        source.needs().told().stream()
                .collect(Collectors.groupingBy(
                        NeedCount::epci, Collectors.mapping(NeedCount::demande, Collectors.toList())))
                .forEach((epci, demandes) -> compared.put(epci, compared(epci, demandes, source.proposals())));
        return compared;
    }

    /** Nothing where no plan is proposed. */
    private static Map<Objet, NeedComparison> compared(String epci, List<Demande> demandes, Proposals proposals) {
        Plan plan = proposals.plans().get(epci);
        return plan == null
                ? Map.of()
                : NeedComparison.of(demandes, plan, proposals.conversions().values()).stream()
                        .collect(Collectors.toMap(one -> Objet.of(one.kind(), one.object()), one -> one));
    }
}
