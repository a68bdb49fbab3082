/** The page of credits without a server: what it shows of a scenario, and what its form takes. */
@NullMarked
package fr.passerelle.console.programme;

import org.jspecify.annotations.NullMarked;
