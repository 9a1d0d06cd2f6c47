-- DMBackup: a login for backups alone, with as few rights as can be (database MCDados, login dmbackup).
-- Run it as an administrator of the server, in SQL Server Management Studio or with sqlcmd.
-- Change the password first; then give the same one to "dmbackup init".

USE [master];
GO
-- The login. It needs the authentication mode "SQL Server and Windows".
CREATE LOGIN [dmbackup] WITH PASSWORD = N'change this password';
-- To verify backups (VERIFYONLY) and to prove them by restoring beside, under another name.
GRANT CREATE ANY DATABASE TO [dmbackup];
GO

USE [MCDados];
GO
CREATE USER [dmbackup] FOR LOGIN [dmbackup];
-- To back up.
ALTER ROLE [db_backupoperator] ADD MEMBER [dmbackup];
-- To count the rows of each table, without being able to read any.
GRANT VIEW DEFINITION TO [dmbackup];
GO

USE [msdb];
GO
-- To read the history: backups of ours and of other programs, and damaged pages.
CREATE USER [dmbackup] FOR LOGIN [dmbackup];
GRANT SELECT ON dbo.backupset TO [dmbackup];
GRANT SELECT ON dbo.backupmediafamily TO [dmbackup];
GRANT SELECT ON dbo.suspect_pages TO [dmbackup];
GO

-- Not needed: with this DMBackup knows the name of the service account, and shows it when the folder is closed to it.
-- USE [master]; GRANT VIEW SERVER STATE TO [dmbackup];

-- To restore in place of the present database takes more (sysadmin or dbcreator). Do not give that to this login:
-- at that time use another one, typed in and not kept: dmbackup restore --replace --as sa
