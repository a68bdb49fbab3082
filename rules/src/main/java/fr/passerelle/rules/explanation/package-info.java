/** The room for the traces and texts that explain a proposal; empty until the reasoning is built, and it depends on the three others only. */
@NullMarked
package fr.passerelle.rules.explanation;

import org.jspecify.annotations.NullMarked;
