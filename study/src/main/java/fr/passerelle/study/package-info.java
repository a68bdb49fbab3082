/** What is asked beside the nights, as the database keeps it; files read whole into a question, the natives of solvers. */
@NullMarked
package fr.passerelle.study;

import org.jspecify.annotations.NullMarked;
