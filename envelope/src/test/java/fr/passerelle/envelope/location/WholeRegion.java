package fr.passerelle.envelope.location;

import fr.passerelle.envelope.implantation.LocationQuestion;
import fr.passerelle.envelope.implantation.StopArea;
import fr.passerelle.envelope.location.FacilityModel.FacilityProblem;
import fr.passerelle.envelope.location.FacilityModel.FacilityProblem.CostRing;
import fr.passerelle.envelope.location.FacilityModel.FacilityProblem.Facility;
import fr.passerelle.envelope.location.FacilityModel.FacilityProblem.NearestCustomer;
import fr.passerelle.envelope.location.StopModel.NearestHosts;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** All EPCIs in one model, with one row for the stops of the region. */
record WholeRegion(LocationQuestion question) {

    int pinned() {
        return question.areas().stream().mapToInt(area -> area.pinned().size()).sum();
    }

    long mostNear() {
        List<Facility> facilities = new ArrayList<>();
        List<NearestCustomer> customers = new ArrayList<>();
        long reachable = 0;
        for (StopArea area : question.areas()) {
            int first = facilities.size();
            area.hosts().forEach(host -> facilities.add(new Facility(0, host.capacity(), host.pinned())));
            new NearestHosts(area, question.radiusMetres())
                    .customers()
                    .forEach(customer -> customers.add(after(first, customer)));
            reachable += area.reach(area.hosts(), question.radiusMetres()).near();
        }
        FacilityProblem problem =
                new FacilityProblem(facilities, customers, List.of(), OptionalInt.of(question.number()), 0);
        try (FacilityModel model = new FacilityModel(problem)) {
            return reachable - model.leastCost().cost();
        }
    }

    private static NearestCustomer after(int first, NearestCustomer customer) {
        return new NearestCustomer(customer.rings().stream()
                .map(ring -> new CostRing(
                        ring.facilities().stream()
                                .map(facility -> first + facility)
                                .toList(),
                        ring.beyond()))
                .toList());
    }
}
