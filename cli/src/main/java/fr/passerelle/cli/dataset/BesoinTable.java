package fr.passerelle.cli.dataset;

import static fr.passerelle.cli.dataset.DataColumn.date;
import static fr.passerelle.cli.dataset.DataColumn.flag;
import static fr.passerelle.cli.dataset.DataColumn.integer;
import static fr.passerelle.cli.dataset.DataColumn.text;

import fr.passerelle.rules.explanation.NeedComparison;
import fr.passerelle.rules.explanation.NeedComparison.Objet;
import fr.passerelle.rules.explanation.Proposals;
import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.Demande;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.Plan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One row a request of a diagnostic, with what is proposed for it. For anybody, one row a group, thing and place, without day and source.
 */
final class BesoinTable {

    private record Line(NeedCount need, Optional<NeedComparison> compared) {

        Demande demande() {
            return need.demande();
        }
    }

    private BesoinTable() {}

    static DataTable of(DatasetSource situation) {
        PublicNeeds needs = situation.needs();
        Map<String, Map<Objet, NeedComparison>> compared = compared(needs.told(), situation);
        return answered(asked(identified(new DataLayout<>(situation.published()), situation.known())))
                .of((situation.published() ? needs.shown() : needs.told())
                        .stream().map(need -> line(need, compared)).toList());
    }

    private static DataLayout<Line> identified(DataLayout<Line> layout, LogInventory known) {
        return layout.add(
                        text("epci_siren", "SIREN de l'intercommunalité"),
                        it -> it.need().epci())
                .add(
                        text("epci_nom", "Nom de l'intercommunalité"),
                        it -> known.epci(it.need().epci())
                                .map(EpciDescribed::getName)
                                .orElse(null))
                .add(
                        text("code_insee", "Commune pour laquelle c'est demandé ; vide : toute l'intercommunalité"),
                        it -> it.demande().getInsee())
                .add(
                        text("commune", "Nom de la commune"),
                        it -> Optional.ofNullable(it.demande().getInsee())
                                .flatMap(known::commune)
                                .map(Commune::getName)
                                .orElse(null));
    }

    private static DataLayout<Line> asked(DataLayout<Line> layout) {
        return layout.addInside(
                        date("date", "Jour du recueil"), it -> it.demande().getAskedOn())
                .add(
                        text("public", "HABITANTS, ELUS ou ENTREPRISES"),
                        it -> it.demande().getDemandeur().name())
                .add(
                        text("nature", "FONCTION, THEME ou SERVICE"),
                        it -> it.demande().getKind().name())
                .add(text("objet", "Ce qui est demandé"), it -> it.demande().getObject())
                .add(
                        integer("demandes", "Combien l'ont demandé ; vide : secret"),
                        it -> it.need().requests())
                .add(
                        flag("secret", "Le nombre n'est pas publié (secret statistique)"),
                        it -> it.need().requests() == null)
                .addInside(
                        text("source", "Où cela a été recueilli"),
                        it -> it.demande().getSource());
    }

    private static DataLayout<Line> answered(DataLayout<Line> layout) {
        return layout.add(
                        text(
                                "reponse",
                                "Ce qui est proposé : OFFERTE, POSSIBLE ou A_VERIFIER (au siège), ETAPES, SANS_REPONSE,"
                                        + " SANS_SIEGE, MONTRE (aucune règle ne l'examine) ; vide : aucun plan"),
                        it -> it.compared().map(one -> one.answer().name()).orElse(null))
                .add(
                        text("etapes", "Salles dont les étapes y répondent, séparées par |"),
                        it -> it.compared()
                                .map(one -> String.join("|", one.etapes()))
                                .filter(rooms -> !rooms.isEmpty())
                                .orElse(null));
    }

    private static Line line(NeedCount need, Map<String, Map<Objet, NeedComparison>> compared) {
        return new Line(
                need,
                Optional.ofNullable(compared.getOrDefault(need.epci(), Map.of()).get(Objet.of(need.demande()))));
    }

    private static Map<String, Map<Objet, NeedComparison>> compared(List<NeedCount> needs, DatasetSource situation) {
        Map<String, Map<Objet, NeedComparison>> compared = new HashMap<>();
        needs.stream()
                .collect(Collectors.groupingBy(
                        NeedCount::epci, Collectors.mapping(NeedCount::demande, Collectors.toList())))
                .forEach((epci, demandes) -> compared.put(epci, compared(epci, demandes, situation.proposals())));
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
