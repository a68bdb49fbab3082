package fr.passerelle.cli.dataset;

import static fr.passerelle.cli.dataset.DataColumn.euros;
import static fr.passerelle.cli.dataset.DataColumn.integer;
import static fr.passerelle.cli.dataset.DataColumn.text;

import fr.passerelle.rules.economy.RemainderDivision;
import fr.passerelle.rules.economy.RemainderDivision.CommuneShare;
import fr.passerelle.rules.economy.RemainderDivision.DivisionKey;
import fr.passerelle.rules.economy.RemainderDivision.Remainder;
import fr.passerelle.rules.economy.RemainderDivision.RemainderLine;
import fr.passerelle.schemas.event.AidLineName;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.Plan;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One row an EPCI, a key and a commune: what of the remainder that commune would bear. */
final class PartageTable {

    private record Part(Plan plan, DivisionKey key, CommuneShare share) {}

    private PartageTable() {}

    static DataTable of(DatasetSource situation) {
        DataLayout<Part> layout = identified(new DataLayout<>(situation.published()));
        List.of(RemainderLine.values())
                .forEach(line -> layout.add(
                        euros(name(line), "Sa part, euros ; vide : coût inconnu"),
                        it -> it.share().euros().get(line)));
        return layout.add(
                        euros("reste_total", "Sa part du plan, euros, sans l'année 4"),
                        it -> it.share().total())
                .of(parts(situation));
    }

    /** As in the table of plans. */
    private static String name(RemainderLine line) {
        return line == RemainderLine.ANNEE_4 ? PlanTable.YEAR_FOUR : PlanTable.left(AidLineName.valueOf(line.name()));
    }

    private static DataLayout<Part> identified(DataLayout<Part> layout) {
        return layout.addEpci(Part::plan)
                .add(
                        text("cle", "HABITANTS ou SEANCES : ce selon quoi le reste est partagé (choix du projet)"),
                        it -> it.key().name())
                .add(
                        text("code_insee", "Code INSEE de la commune"),
                        it -> it.share().commune().insee())
                .add(
                        text("commune", "Nom de la commune"),
                        it -> it.share().commune().name())
                .add(integer("poids", "Ses habitants, ou ses séances par mois"), it ->
                        (long) it.share().commune().weight());
    }

    private static List<Part> parts(DatasetSource situation) {
        Map<String, List<Conversion>> conversions = situation.proposals().conversions().values().stream()
                .collect(Collectors.groupingBy(Conversion::getEpci));
        return situation.proposals().plans().values().stream()
                .flatMap(plan -> situation.known().epci(plan.getEpci()).stream()
                        .flatMap(epci -> parts(plan, epci, conversions.getOrDefault(plan.getEpci(), List.of()))))
                .toList();
    }

    private static Stream<Part> parts(Plan plan, EpciDescribed epci, Collection<Conversion> conversions) {
        return Stream.of(DivisionKey.values())
                .flatMap(key ->
                        RemainderDivision.of(Remainder.of(plan), key.weights(epci.getCommunes(), plan, conversions))
                                .shares()
                                .stream()
                                .map(share -> new Part(plan, key, share)));
    }
}
