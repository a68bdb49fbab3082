package fr.passerelle.console.programme;

import fr.passerelle.envelope.scenario.Scenario;
import fr.passerelle.envelope.scenario.ScenarioStanding;

/** A scenario in the list of them. */
record ScenarioLine(Scenario scenario, ScenarioStanding standing) {}
