package fr.passerelle.console.programme;

import fr.passerelle.published.scenario.Scenario;
import fr.passerelle.published.scenario.ScenarioStanding;

/** A scenario in the list of them. */
record ScenarioLine(Scenario scenario, ScenarioStanding standing) {}
