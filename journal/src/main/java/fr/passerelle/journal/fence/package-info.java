/** What keeps a process that was taken over, or that lost the database in a commit, from writing: each transaction asks it first. */
@NullMarked
package fr.passerelle.journal.fence;

import org.jspecify.annotations.NullMarked;
