global using FsCheck;
global using FsCheck.Fluent;
global using Shouldly;
global using Xunit;
