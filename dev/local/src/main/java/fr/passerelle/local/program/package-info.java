/** The one harness that starts, drives and stops Passerelle's programs, for tests, faults and measures: a {@link Program}, and a {@link Deployment} of them. */
@NullMarked
package fr.passerelle.local.program;

import org.jspecify.annotations.NullMarked;
