package fr.passerelle.console.plan;

import fr.passerelle.console.page.DocumentBlock;
import fr.passerelle.console.page.Paths;
import fr.passerelle.console.page.Slice;
import fr.passerelle.schemas.event.Plan;

/**
 * A page of the whole explanation of a plan, or the draft of an act about it.
 *
 * @param what last part of its address
 * @param slice its blocks, in order
 * @param mention what is owed to whom an algorithm decides on
 */
record ExplanationView(Plan plan, String what, String title, Slice<DocumentBlock> slice, String mention) {

    /** Address of the page of the plan. */
    public String path() {
        return Paths.epci(plan.getEpci());
    }
}
