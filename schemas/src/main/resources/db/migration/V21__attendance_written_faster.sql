-- A foreign key asks the import of each row that is written: two fifths of what COPY spends on this table. The import is written in the
-- same transaction as its rows and is never deleted; « verify » joins the two and names a row whose import is missing.
alter table passerelle.attendance drop constraint attendance_import_no_fkey;
