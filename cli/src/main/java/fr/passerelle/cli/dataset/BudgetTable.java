package fr.passerelle.cli.dataset;

import static fr.passerelle.cli.dataset.DataColumn.euros;
import static fr.passerelle.cli.dataset.DataColumn.integer;

import fr.passerelle.schemas.event.BudgetAnnuel;
import fr.passerelle.schemas.event.Plan;

/** One row an EPCI and a calendar year: what that year's budget bears of the aid to running. */
final class BudgetTable {

    private record Year(Plan plan, BudgetAnnuel budget) {}

    private BudgetTable() {}

    static DataTable of(DatasetSource situation) {
        return new DataLayout<Year>(situation.published())
                .addEpci(Year::plan)
                .add(integer("annee", "Année civile"), it -> (long) it.budget().getYear())
                .add(
                        euros("aide_animation", "Aide à l'animation, euros"),
                        it -> it.budget().getAid())
                .of(situation.proposals().plans().values().stream()
                        .flatMap(plan -> plan.getBudget().stream().map(year -> new Year(plan, year)))
                        .toList());
    }
}
